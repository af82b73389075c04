import type { App } from '@/components/app/app';
import { useStarted } from '@/components/app/use-model';
import { BatchScreen } from '@/components/screens/batch/batch-screen';
import { BatchTextField, wordsOf } from '@/components/screens/batch/batch-text-field';
import { Button } from '@/components/ui/button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { FooterBar } from '@/components/ui/footer-bar';
import { IdText } from '@/components/ui/id-text';
import { Stack } from '@/components/ui/stack';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { rowsPerRequest } from '@/lib/operations/operation';
import { sellCards } from '@/lib/operations/sell-cards';
import { CardEntry } from './card-entry';
import { type CardsModel, createCardsModel } from './cards-model';
import { useStrayScans } from './stray-scans';

const formId = 'cards-form';

/** Opens physical cards at a shop: scanned, typed or pasted. */
export function CardsScreen({ app }: { app: App }) {
  const model = useStarted(() => createCardsModel(app));
  useStrayScans(model);
  return (
    <BatchScreen
      app={app}
      tab="cards"
      title={batchMessages.value['sell-cards'].title}
      operation={sellCards.id}
      formId={formId}
      model={model}
      nameOf={(place) => model.form.cards.ids.value[place] ?? ''}
      footer={<CardsFooter model={model} />}
    >
      <CardEntry form={model.form} />
      <Stack along="pair">
        <SharedField model={model} name="brand_id" />
        <SharedField model={model} name="out_brand_id" />
      </Stack>
      <Stack along="pair">
        <SharedField model={model} name="shop_id" />
        <SharedField model={model} name="out_shop_id" />
      </Stack>
      <SharedField model={model} name="operator_id" />
      <RequestId app={app} model={model} />
    </BatchScreen>
  );
}

function SharedField({ model, name }: { model: CardsModel; name: string }) {
  return <BatchTextField prefix="cards" name={name} form={model.form.shared} fields={sellCards.shared} />;
}

/** The key, before anything is sent; several requests get theirs when they leave. */
function RequestId({ app, model }: { app: App; model: CardsModel }) {
  const chosen = app.state.value.defaults.rowsPerRequest?.[sellCards.id];
  if (model.form.cards.ids.value.length > rowsPerRequest(sellCards, chosen)) return null;
  return (
    <DescriptionList>
      <Description term={wordsOf('request_id').label}>
        <IdText>{model.intentId.value}</IdText>
      </Description>
    </DescriptionList>
  );
}

function CardsFooter({ model }: { model: CardsModel }) {
  const { cards } = batchMessages.value;
  const issues = model.form.issueCount.value;
  const count = model.form.cards.ids.value.length;
  return (
    <FooterBar hint={issues > 0 ? screenMessages.value.fields.issueCount(issues) : cards.cannotUndo}>
      <Button
        type="submit"
        form={formId}
        kind="danger"
        busy={model.submitting.isBusy.value}
        disabled={model.connectionId.value === undefined}
      >
        {count > 0 ? cards.submit(count) : cards.submitNone}
      </Button>
    </FooterBar>
  );
}

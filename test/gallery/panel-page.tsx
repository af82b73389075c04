import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { FooterBar } from '@/components/ui/footer-bar';
import { IdText } from '@/components/ui/id-text';
import { List, ListRow } from '@/components/ui/list';
import { Page } from '@/components/ui/page';
import { PageHeader } from '@/components/ui/page-header';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { maskPhone } from '@/lib/i18n/mask';
import { messages } from '@/lib/i18n/messages';
import { Frame } from './frame';

export function PanelPage() {
  const { jobs, opportunity, words } = messages.value;
  return (
    <Page
      surface="panel"
      top={<Frame current="#/jobs" />}
      footer={
        <FooterBar>
          <Button kind="primary" wide>
            {opportunity.release}
          </Button>
        </FooterBar>
      }
    >
      <PageHeader title="老王火锅（三里屯店）" origin={opportunity.fromPage('crm.example.com')}>
        {opportunity.title} <IdText>20191214888</IdText>
        <CopyButton text="20191214888" label={opportunity.copyId} copiedLabel={words.copied} />
      </PageHeader>
      <DescriptionList>
        <Description term={opportunity.stage}>方案 / 报价</Description>
        <Description term={opportunity.customer}>
          北京老王餐饮管理有限责任公司第一分公司三里屯店（个体工商户）
        </Description>
        <Description term={opportunity.phone}>{maskPhone('13801381465')}</Description>
        <Description term="request_id">
          <IdText>0be5f2a217637812345678901234567890abcdef0be5f2a2176378</IdText>
        </Description>
        <Description term="absent" />
      </DescriptionList>
      <Section title={jobs.title} end="3">
        <List label={jobs.title}>
          <ListRow
            href="#/jobs/1"
            title={`${jobs.operations['release-opportunity']} 20191214888`}
            note="14:02 · 老王火锅（三里屯店）"
            end={<Tag tone="unknown">{jobs.rowStates.unknown}</Tag>}
          />
          <ListRow
            href="#/jobs/2"
            title={`${jobs.operations['release-opportunity']} 20191214889`}
            note="11-21 09:22 · 一个名字非常非常长的客户，长到一行放不下也不能把状态挤出去"
            end={<Tag tone="ok">{jobs.rowStates.succeeded}</Tag>}
          />
          <ListRow
            href="#/jobs/3"
            title="批量开卡 · 11月到货.xlsx"
            note="每秒 42 张 · 约 26 秒"
            end="78%"
            below={
              <ProgressBar
                thin
                label="78%"
                total={5000}
                segments={[
                  { tone: 'ok', amount: 3912 },
                  { tone: 'bad', amount: 14 },
                  { tone: 'unknown', amount: 3 },
                ]}
              />
            }
          />
          <ListRow title="keruyun_POS_2019" end={<Button>{words.edit}</Button>} />
        </List>
      </Section>
    </Page>
  );
}

import { ControlsPage } from './controls-page';
import { FieldsPage } from './fields-page';
import { PanelPage } from './panel-page';
import { PopupPage } from './popup-page';
import { ReleasePage } from './release-page';

const pages = {
  controls: ControlsPage,
  fields: FieldsPage,
  panel: PanelPage,
  popup: PopupPage,
  release: ReleasePage,
};

/** One page of the gallery; an unknown name shows the controls. */
export function Gallery({ page }: { page: string }) {
  const Shown = Object.entries(pages).find(([name]) => name === page)?.[1] ?? ControlsPage;
  return <Shown />;
}

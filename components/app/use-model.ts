import { useEffect, useMemo } from 'preact/hooks';

/** A screen's model, made once and started for as long as the screen is shown. */
export function useModel<Model extends { start?(): () => void }>(create: () => Model): Model {
  const model = useMemo(create, []);
  useEffect(() => model.start?.(), []);
  return model;
}

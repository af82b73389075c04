import { useEffect, useMemo } from 'preact/hooks';

interface Startable {
  /** Follows what it shows; answers a function that ends it. */
  start(): () => void;
}

/** A screen's model: made once, and started for as long as the screen is shown. */
export function useStarted<Model extends Startable>(create: () => Model): Model {
  const model = useOnce(create);
  useEffect(() => model.start(), [model]);
  return model;
}

/** A model that follows nothing by itself. */
export function useOnce<Model>(create: () => Model): Model {
  return useMemo(create, []);
}

/** Saves what waits to be saved when the surface goes: a click beside a popup closes it without a word. */
export function useSavedOnHide(save: () => unknown): void {
  useEffect(() => {
    const saveNow = () => void save();
    globalThis.addEventListener('pagehide', saveNow);
    return () => globalThis.removeEventListener('pagehide', saveNow);
  }, []);
}

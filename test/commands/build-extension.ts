import { runStep } from './run-step.ts';

/** The production build, always made anew, so that what is shown is what the sources say. Throws with its output. */
export async function buildExtension(): Promise<void> {
  const { isPassed, output } = await runStep('npm', ['run', '--silent', 'build']);
  if (!isPassed) throw new Error(`The build failed.\n${output}`);
}

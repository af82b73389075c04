import { type Description, describeOutcome, type Outcome, type OutcomeState } from './describe-error';
import { messages } from './messages';
import { screenMessages } from './screen-messages';

/** As `describeOutcome`, in the language on the screen. */
export function tellOutcome(state: OutcomeState, outcome?: Outcome): Description {
  const { errorReasons, outcomes } = screenMessages.value;
  return describeOutcome({ errorCodes: messages.value.errorCodes, errorReasons, outcomes }, state, outcome);
}

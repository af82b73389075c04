import { fields } from '@/assets/messages/en/fields';
import { releaseOpportunity as operation } from '@/lib/operations/release-opportunity';
import { type DocumentationWords, type OperationWords, wordsFrom } from '@/lib/operations/words/operation-words';

type FieldName = keyof typeof operation.fields;

export const releaseOpportunity: OperationWords<typeof operation> = {
  title: 'Release opportunity',
  about: 'Gives an opportunity back, so that others may claim it.',
  fields: wordsFrom(Object.keys(operation.fields) as FieldName[], fields.labels, fields.hints),
};

export const releaseOpportunityPage: DocumentationWords = {
  repeat:
    'The document only calls req_id unique for each request; it does not promise that a repeat is recognised. Without an answer the outcome is unknown and a person decides after looking; sending again uses the same req_id.',
  outcomes: [
    ['Succeeded', 'The value in the answer is the opportunity’s own ID.'],
    ['Failed', 'The platform refused. With its words.'],
    ['Unknown', 'No answer that can be read came; it has no value; or the value is another opportunity’s ID.'],
  ],
  undo: 'Cannot be taken back. It can be called off for a few seconds before it is sent.',
};

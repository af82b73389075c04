import type { JsonObject } from '../../json.ts';
import { fieldOptions } from '../options.ts';
import type { RestRoute } from '../rest-call.ts';
import { writeRestId } from '../write-values.ts';

/** The document names the call and shows no answer, so keys can be asked for by other names. */
export const fieldMapsRoute: RestRoute = {
  name: 'GET /api/v2/field_maps/opportunity',
  authorization: 'required',
  query: [],
  perform: ({ shape }) => ({
    data: {
      opportunity: Object.entries(fieldOptions).map(
        ([name, options]): JsonObject => ({
          field_name: name,
          [shape('rest-options')]: options.map(({ id, label, status }) => ({
            id: writeRestId(id, shape),
            ...(label === '' ? {} : { [shape('rest-label')]: label }),
            status,
          })),
        }),
      ),
    },
    processed: false,
  }),
};

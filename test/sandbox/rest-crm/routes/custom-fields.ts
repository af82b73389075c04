import { customFieldTemplateId, writeCustomFieldGroups } from '../custom-fields.ts';
import type { RestRoute } from '../rest-call.ts';

/** Another template than the default has no groups; without one the default is meant. */
export const customFieldsRoute: RestRoute = {
  name: 'GET /api/v2/custom_fields/opportunity/by_group',
  authorization: 'required',
  query: ['custom_field_template_id'],
  perform: ({ query, shape }) => ({
    data:
      (query.get('custom_field_template_id') || customFieldTemplateId) === customFieldTemplateId
        ? writeCustomFieldGroups(shape)
        : { custom_field_groups: [] },
    processed: false,
  }),
};

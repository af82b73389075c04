import type { RestRoute } from './rest-call.ts';
import { customFieldsRoute } from './routes/custom-fields.ts';
import { customerOpportunitiesRoute } from './routes/customer-opportunities.ts';
import { fieldMapsRoute } from './routes/field-maps.ts';
import { getOpportunityRoute, putOpportunityRoute } from './routes/opportunity.ts';
import { revisitLogsRoute } from './routes/revisit-logs.ts';
import { signInRoute } from './routes/sign-in.ts';

const routes: readonly RestRoute[] = [
  signInRoute,
  getOpportunityRoute,
  putOpportunityRoute,
  fieldMapsRoute,
  customerOpportunitiesRoute,
  customFieldsRoute,
  revisitLogsRoute,
];

const patterns = routes.map((route) => ({ route, pattern: new RegExp(`^${route.name.replace(':id', '(\\d+)')}$`) }));

export const findRoute = (httpMethod: string, path: string): { route: RestRoute; id: string } | undefined => {
  for (const { route, pattern } of patterns) {
    const match = pattern.exec(`${httpMethod} ${path}`);
    if (match) return { route, id: match[1] ?? '' };
  }
  return undefined;
};

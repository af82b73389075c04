import type { ConnectionSummary } from '@/lib/messages/app-state';

/** The platform's own gateways; any other address is somebody's relay. */
export const officialEndpoints = {
  domestic: 'https://eco.taobao.com/router/rest',
  domesticAlternative: 'https://gw.api.taobao.com/router/rest',
  overseas: 'https://api.taobao.com/router/rest',
} as const;

export type EndpointChoice = keyof typeof officialEndpoints | 'custom';

export const endpointChoices = ['domestic', 'domesticAlternative', 'overseas', 'custom'] as const;

export function endpointChoiceOf(endpoint: string): EndpointChoice {
  return endpointChoices.find((choice) => choice !== 'custom' && officialEndpoints[choice] === endpoint) ?? 'custom';
}

/** Where a connection's requests go. */
export function addressOf(connection: ConnectionSummary): string {
  return connection.platform === 'top' ? connection.endpoint : connection.baseUrl;
}

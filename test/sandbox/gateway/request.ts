import { readForm, readUrlEncoded } from './form.ts';

export type GatewayRequest = {
  httpMethod: string;
  contentType: string;
  origin?: string;
  /** The URL's query, without its question mark. */
  query: string;
  body: Buffer;
};

export type RequestParameters = { parameters: Map<string, string>; violations: string[]; encodingFault: boolean };

export const readParameters = ({ contentType, query, body }: GatewayRequest): RequestParameters => {
  const parameters = new Map<string, string>();
  const violations: string[] = [];
  let encodingFault = false;
  const form = readForm(contentType, body);
  if (form === 'encoding') encodingFault = true;
  // Any other kind of body is no parameters at all to the platform, so the first check refuses it.
  else if (form === 'content-type') violations.push(`content-type:${contentType}`);
  else {
    violations.push(...form.violations);
    for (const [name, value] of form.fields) parameters.set(name, value);
  }
  try {
    // The platform reads the URL's query too; what stands there is logged on the way, so nothing of ours should.
    for (const [name, value] of readUrlEncoded(query).fields) {
      violations.push(`query-parameter:${name}`);
      if (!parameters.has(name)) parameters.set(name, value);
    }
  } catch {
    encodingFault = true;
  }
  for (const [name, value] of parameters) if (value === '') violations.push(`empty-parameter:${name}`);
  return { parameters, violations, encodingFault };
};

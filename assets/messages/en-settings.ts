import { appearance } from './en/settings/appearance';
import { connections } from './en/settings/connections';
import { data } from './en/settings/data';
import { defaults } from './en/settings/defaults';
import { options } from './en/settings/options';
import { security } from './en/settings/security';
import { sites } from './en/settings/sites';
import type { SettingsMessages } from './zh-cn-settings';

export const enSettings: SettingsMessages = { appearance, connections, data, defaults, options, security, sites };

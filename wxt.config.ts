import preact from '@preact/preset-vite';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { nameChunk } from './wxt.chunks';
import { nameClass } from './wxt.class-names';
import { minifyOptions } from './wxt.minify';

/** `includeDependenciesRecursively` would pull what the worker shares into the files of pages; without it, signatures must be free. */
const splitByLoader = {
  preserveEntrySignatures: false,
  output: {
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: nameChunk }] },
    // No hashes: the files of a package are replaced all at once, and a hash is weight that no zip takes off.
    chunkFileNames: 'chunks/[name].js',
    assetFileNames: 'assets/[name].[ext]',
  },
};

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      // A content script is one file and takes no such options.
      if (!entrypoints.some(({ type }) => type === 'background')) return;
      Object.assign(config, mergeConfig(config, { build: { rolldownOptions: splitByLoader } }));
    },
  },
  vite: ({ mode }) => ({
    css: { modules: mode === 'production' ? { generateScopedName: nameClass } : {} },
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    build: {
      modulePreload: false,
      // light-dark() as it is: the oldest browser that the manifest names knows it.
      target: 'chrome123',
      minify: 'terser',
      terserOptions: minifyOptions,
      // Only the worker loads the polyfill; without this the bundler leaves it in pages that never use it.
      rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /webextension-polyfill/, sideEffects: false }] } },
    },
  }),
  manifest: {
    name: '__MSG_name__',
    short_name: '__MSG_short_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    minimum_chrome_version: '123',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    omnibox: { keyword: 'sj' },
    action: { default_title: '__MSG_name__' },
    // Chromium silently drops some suggested keys (Alt+Shift+C, P, R among them); these it takes.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'open-panel': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_open_panel__' },
      release: { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_command_release__' },
      lock: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_lock__' },
    },
  },
});

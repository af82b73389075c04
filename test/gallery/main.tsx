import { render } from 'preact';
import '@/assets/styles/tokens.css';
import '@/assets/styles/base.css';
import { languageFor } from '@/lib/i18n/language';
import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import { Gallery } from './gallery';

// ?language=en&theme=dark&page=controls
const query = new URLSearchParams(location.search);
const language = languageFor(query.get('language') ?? 'zh-CN');
document.documentElement.lang = language;
document.documentElement.dataset.theme = query.get('theme') ?? 'system';
await showLanguage(language, screenCatalogue);
const root = document.getElementById('gallery');
if (root) render(<Gallery page={query.get('page') ?? 'controls'} />, root);

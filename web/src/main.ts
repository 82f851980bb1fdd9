import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import '@fontsource/source-serif-4/latin-600.css';
import '@fontsource/source-serif-4/vietnamese-600.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

import { mount } from 'svelte';

import App from './app/App.svelte';

const target = document.getElementById('app');
if (target) mount(App, { target });

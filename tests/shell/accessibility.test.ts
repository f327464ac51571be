import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as catalogue from '../../renderer/i18n/index.ts';
import { routes } from '../../renderer/app/routes.ts';
import { ask } from './ask.ts';
import { launchApp } from './harness.ts';
import type { RunningApp } from './harness.ts';
import { FIRST_SCREENS, SCREENS, setStage, speak, visit } from './screens.ts';
import type { Screen, Stage } from './screens.ts';

// One process: one browser, one demo prefecture, scenarios one after the other.
import './scenarios/start.mjs';
import './scenarios/search.mjs';
import './scenarios/filters.mjs';
import './scenarios/map.mjs';
import './scenarios/office.mjs';
import './scenarios/organization.mjs';
import './scenarios/gaps.mjs';
import './scenarios/nurses.mjs';
import './scenarios/guide.mjs';
import './scenarios/import.mjs';
import './scenarios/account.mjs';
import './scenarios/single-sign-on.mjs';
import './scenarios/entry.mjs';
import './scenarios/language.mjs';
import './scenarios/keyboard.mjs';
import './scenarios/pages.mjs';
import './scenarios/moderation.mjs';

import './scenarios/import.mjs';
import './scenarios/account.mjs';
import './scenarios/single-sign-on.mjs';
import './scenarios/entry.mjs';
import './scenarios/language.mjs';

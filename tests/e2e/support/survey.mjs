/** A ☆ survey as its keeper makes it, by the API. */
import { ask, sessionOf } from './people.mjs';

const DAY_MS = 86_400_000;
const day = (from) => new Date(Date.now() + from * DAY_MS).toISOString().slice(0, 10);

/** What a respondent sends, without its page. */
export const STAR = { kinds: [], closeness: null, frequency: null };

/** An open wave of an area, and what its keeper does to it. */
export async function makeSurvey(house, login, area) {
  const cookie = await sessionOf(house, login, 'administrator');
  const keeper = (method, path, body) => ask(house, cookie, method, path, body);
  const design = { ...(await keeper('GET', `/surveys/usual?area=${area}`)), contact: '地域連携推進室 000-555-0100' };
  const period = { opens_on: day(-3), closes_on: day(20) };
  const { waves: [wave] } = await keeper('POST', '/surveys', { design, period });
  const set = (state) => keeper('PUT', `/waves/${wave.id}`, { state, period });
  const sheets = async () => (await keeper('GET', `/waves/${wave.id}/sheets`)).items;
  return { keeper, wave, set, sheets };
}

/** Answers a sheet as its page would. */
export const answer = (house, code, body) => ask(house, '', 'PATCH', `/sheets/${code}`, body);

/** Offices with a ☆ on a sheet, as the server holds them. */
export const starred = async (house, code) => (await house.api(`/sheets/${code}`)).rows.filter((row) => row.star);

import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { setUpTexts } from '../i18n/setup';
import { GlossaryContext } from '../lib/glossary';
import { termIndex, type Term } from '../lib/terms';
import { Terms } from '../ui/terms';

beforeAll(() => setUpTexts('ja'));
afterEach(cleanup);

const PLAN: Term = {
  code: 'plan', words: { ja: ['ケアプラン', 'サービス等利用計画'], en: ['care plan'] },
  care: { ja: '居宅サービス計画（ケアプラン）', en: 'Care plan' }, disability: { ja: 'サービス等利用計画', en: 'Service use plan' },
  note: { ja: '後者は福祉以外の支えも書きます。', en: 'The second also puts other support.' },
};
const TEXT = 'ケアプランを渡します。ケアプランは写しで足ります。';

describe('running text with words of the glossary', () => {
  it('is plain and asks for the glossary while it is not there', () => {
    const want = vi.fn();
    const { container } = render(<GlossaryContext value={{ index: new Map(), want }}><p><Terms>{TEXT}</Terms></p></GlossaryContext>);
    expect(container.innerHTML).toBe(`<p>${TEXT}</p>`);
    expect(want).toHaveBeenCalled();
  });

  it('shows both words, how they differ and the way to the glossary', async () => {
    render(<GlossaryContext value={{ index: termIndex([PLAN], []), want: () => undefined }}><p><Terms>{TEXT}</Terms></p></GlossaryContext>);
    const word = screen.getByRole('button', { name: 'ケアプラン' });
    expect(word.parentElement?.textContent).toBe(TEXT);
    fireEvent.click(word);
    const dialog = await screen.findByRole('dialog', { name: '用語「ケアプラン」' });
    for (const said of [PLAN.care.ja, PLAN.disability.ja, PLAN.note.ja]) expect(dialog.textContent).toContain(said);
    expect(screen.getByRole('link').getAttribute('href')).toBe('/glossary#plan');
    fireEvent.keyDown(dialog, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

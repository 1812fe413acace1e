import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { RouterProvider, createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReactElement } from 'react';
import { setUpTexts } from '../i18n/setup';
import type { OfficeSummary } from '../lib/office';
import { OfficeCard } from '../ui/office-card';
import { SearchBox } from '../ui/search-box';
import { ErrorPanel } from '../ui/states';
import { ApiError } from '../lib/problem';

beforeAll(() => setUpTexts('ja'));
afterEach(cleanup);

const OFFICE: OfficeSummary = {
  id: '1', name: 'ひかり訪問看護', services: [], systems: ['care', 'disability'], address: '星見市1-1', phone: '０００-1111-2222',
  fax: '000-1111-3333', both_systems: true, kyosei: true, open: [], edition: '2025-12', gone_in: '2026-06', distance_m: 1234,
  highlights: { name: [[0, 3]] },
};

async function show(element: ReactElement) {
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '/', component: () => element });
  const router = createRouter({ routeTree: root.addChildren([page]), history: createMemoryHistory() });
  render(<RouterProvider router={router as never} />);
  await screen.findByText((_, node) => node?.tagName === 'P' || node?.tagName === 'H3' || node?.tagName === 'FORM', {}).catch(() => undefined);
}

describe('the card of an office', () => {
  it('calls by one tap, shows FAX, systems, freshness and that it is gone', async () => {
    await show(<OfficeCard office={OFFICE} />);
    const call = await screen.findByRole('link', { name: /に電話する/ });
    expect(call.getAttribute('href')).toBe('tel:00011112222');
    expect(screen.getByText(/000-1111-3333/)).toBeTruthy();
    expect(screen.getByText('介護保険')).toBeTruthy();
    expect(screen.getByText('共生型')).toBeTruthy();
    expect(screen.getByText('2026年6月版に掲載なし')).toBeTruthy();
    expect(screen.getByText('約1.2 km')).toBeTruthy();
    expect(document.querySelector('mark')?.textContent).toBe('ひかり');
  });
});

describe('the search field', () => {
  const choices = [
    { id: 'a', icon: 'home' as const, label: '一つ目', kind: '事業所' },
    { id: 'b', icon: 'home' as const, label: '二つ目', kind: '事業所' },
  ];
  function open() {
    const [onSubmit, onChoose] = [vi.fn(), vi.fn()];
    render(<SearchBox value="ひ" choices={choices} label="探す欄" placeholder="" onChange={() => undefined} onSubmit={onSubmit} onChoose={onChoose} />);
    const field = screen.getByRole('combobox', { name: '探す欄' });
    return { field, onSubmit, onChoose };
  }

  it('walks through the suggestions and back to the field', () => {
    const { field, onChoose } = open();
    const down = () => fireEvent.keyDown(field, { key: 'ArrowDown' });
    down();
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('一つ目');
    down();
    down();
    expect(screen.queryByRole('option', { selected: true })).toBeNull();
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('二つ目');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onChoose).toHaveBeenCalledWith('b');
  });

  it('leaves the Enter of a conversion to the input method', () => {
    const { field, onChoose } = open();
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('searches for the words as they stand and closes on Escape', () => {
    const { field, onSubmit } = open();
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.getAttribute('aria-expanded')).toBe('false');
    fireEvent.submit(field.closest('form')!);
    expect(onSubmit).toHaveBeenCalledWith('ひ');
  });
});

it('says what to do about a problem, also one it has no words for', () => {
  const { rerender } = render(<ErrorPanel error={new ApiError({ code: 'not_found' })} />);
  expect(screen.getByRole('alert').textContent).toContain('検索からお探しください');
  rerender(<ErrorPanel error={new ApiError({ code: 'brand_new', detail: 'x' })} />);
  expect(screen.getByRole('alert').textContent).toContain('brand_new');
});

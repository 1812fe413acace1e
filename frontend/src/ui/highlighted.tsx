import { pieces } from '../lib/highlight';

/** A text with the words found marked. */
export function Highlighted({ text, ranges }: { text: string; ranges?: unknown }) {
  return (
    <>
      {pieces(text, ranges).map((piece, index) => (piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text))}
    </>
  );
}

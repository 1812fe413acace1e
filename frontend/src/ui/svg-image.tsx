/** A drawing the server made, as an image: scripts and styles in it do not run, whatever it holds. */
export function SvgImage({ svg, label, className }: { svg: string; label: string; className?: string }) {
  return <img className={className} alt={label} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />;
}

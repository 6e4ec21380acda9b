import { Search } from 'lucide-react';

interface Props {
  label: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
}

/** The search over a list of requests. */
export function SearchRequests({ label, hint, value, onChange }: Props) {
  return (
    <span className="in">
      <Search className="i" aria-hidden="true" />
      <input
        type="search"
        dir="auto"
        aria-label={label}
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}

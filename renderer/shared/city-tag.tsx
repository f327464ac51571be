import classes from './city-tag.module.css';

/** The name of a city an example is of; with `onClick` a button, such as one that filters by it. */
export function CityTag({ city, pressed, onClick }: { city: string; pressed?: boolean; onClick?: () => void }) {
  if (!onClick) return <span className={classes.tag}>{city}</span>;
  return (
    <button type="button" className={classes.tag} aria-pressed={pressed ?? false} onClick={onClick}>
      {city}
    </button>
  );
}

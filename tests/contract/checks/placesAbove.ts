/** A JSON pointer, and those of all that holds it: `/a/b`, `/a` and ``. */
export function placesAbove(pointer: string): string[] {
  const places = [pointer];
  for (let place = pointer; place !== ''; ) {
    place = place.slice(0, place.lastIndexOf('/'));
    places.push(place);
  }
  return places;
}

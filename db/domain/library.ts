/** The dossier of the library of other cities' papers (事例集): of one id everywhere, so that two laptops' libraries are one. */
export const LIBRARY_ID = 'library';
/** Its name, where a committee's would stand. */
export const LIBRARY_NAME = '事例集';

/** Holds the directory id of the person who last opened the administration in this browser: whose rail shows it. Not a right. */
export const administrationCookie = 'administration';

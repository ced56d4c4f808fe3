/** How the sign-in library's own table tells a one-time sign-in link from its other secrets. */
export const SIGN_IN_LINK = 'sign-in-link:';

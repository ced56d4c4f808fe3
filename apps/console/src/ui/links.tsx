import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  NavLink,
  type NavLinkProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, forwardRef } from 'react';

export type Native<P> = P & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P>;

/** Links that know the routes: a wrong path or search does not compile. */
export const AppLink = createLink(
  forwardRef<HTMLAnchorElement, Native<AnchorProps>>(function AppAnchor(props, ref) {
    return <Anchor ref={ref} {...props} />;
  }),
);

/** A link without a look of its own. */
export const PlainLink = createLink(
  forwardRef<HTMLAnchorElement, AnchorHTMLAttributes<HTMLAnchorElement>>(function PlainAnchor(props, ref) {
    return <a ref={ref} {...props} />;
  }),
);

export const ButtonLink = createLink(
  forwardRef<HTMLAnchorElement, Native<ButtonProps>>(function AppButton(props, ref) {
    return <Button component="a" ref={ref} {...props} />;
  }),
);

export const RailLink = createLink(
  forwardRef<HTMLAnchorElement, Native<NavLinkProps>>(function AppNavLink(props, ref) {
    return <NavLink component="a" ref={ref} {...props} />;
  }),
);

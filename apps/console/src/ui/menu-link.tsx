import { Menu, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { forwardRef } from 'react';
import type { Native } from './links.tsx';

/** A line of a menu that leads to a screen. */
export const MenuLink = createLink(
  forwardRef<HTMLAnchorElement, Native<MenuItemProps>>(function AppMenuItem(props, ref) {
    return <Menu.Item component="a" ref={ref} {...props} />;
  }),
);

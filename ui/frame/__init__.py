"""The frame around the pages: window, menus, step list, top bar, start page, help. Start reading at `window`."""

"""The look of Gradio's own components: system fonts, and the colours of `page.css`."""

from __future__ import annotations

import gradio as gr

FONTS = (
    "system-ui", "-apple-system", "Segoe UI", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif",
)  # fmt: skip
MONOSPACE_FONTS = ("ui-monospace", "Consolas", "Noto Sans Mono CJK SC", "monospace")


def page_theme() -> gr.themes.Base:
    """A theme without web fonts: nothing is fetched from anywhere."""
    theme = gr.themes.Base(
        font=[gr.themes.Font(name) for name in FONTS],
        font_mono=[gr.themes.Font(name) for name in MONOSPACE_FONTS],
        radius_size=gr.themes.sizes.radius_md,
        text_size=gr.themes.sizes.text_lg,
    )
    return theme.set(
        body_background_fill="var(--page)",
        body_background_fill_dark="var(--page)",
        body_text_color="var(--ink)",
        body_text_color_dark="var(--ink)",
        block_background_fill="var(--surface)",
        block_background_fill_dark="var(--surface)",
        input_background_fill="var(--surface)",
        input_background_fill_dark="var(--surface)",
        input_border_color="var(--line)",
        input_border_color_dark="var(--line)",
        input_border_color_focus="var(--accent)",
        input_border_color_focus_dark="var(--accent)",
        input_placeholder_color="var(--ink-faint)",
        input_placeholder_color_dark="var(--ink-faint)",
        button_primary_background_fill="var(--accent-fill)",
        button_primary_background_fill_dark="var(--accent-fill)",
        button_primary_background_fill_hover="var(--accent-fill-strong)",
        button_primary_background_fill_hover_dark="var(--accent-fill-strong)",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#ffffff",
        checkbox_background_color_selected="var(--accent-fill)",
        checkbox_background_color_selected_dark="var(--accent-fill)",
        checkbox_border_color="var(--line-strong)",
        checkbox_border_color_dark="var(--line-strong)",
    )

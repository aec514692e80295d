/**
 * Discord's own measures: 16 px text on lines of 1.375, small print of 13 px, the avatar's gutter of 72 px on a desktop and
 * 56 px on a phone, containers with a bar of 4 px and 12 px of room, buttons of 32 px, menus of 44 px.
 */
export const messageStyle = `
* { box-sizing: border-box; margin: 0; }
body { font: 16px/1.375 "gg sans", "Noto Sans", "Liberation Sans", Arial, sans-serif; padding: 8px 0; }
body.dark { background: #323339; color: #dfe0e2; --soft: #96989d; --card: #2b2d31; --line: #46474e; --button: #4e5058; --field: #1e1f22; }
body.light { background: #fff; color: #2f3035; --soft: #5c5e66; --card: #f7f7f8; --line: #e1e2e4; --button: #e3e5e8; --field: #ebedef; }
.message { position: relative; padding: 2px 48px 2px 72px; margin-bottom: 17px; }
.avatar { position: absolute; left: 16px; top: 4px; width: 40px; height: 40px; border-radius: 50%; background: #4f6d8f; color: #fff;
  display: grid; place-items: center; font-weight: 600; }
header { line-height: 22px; }
header b { font-weight: 500; }
.app { background: #5865f2; color: #fff; border-radius: 4px; font-size: 10px; line-height: 15px; padding: 0 5px; margin-left: 4px; }
.container { border: 1px solid var(--line); border-left: 4px solid; border-radius: 8px; background: var(--card); padding: 12px;
  display: flex; flex-direction: column; gap: 8px; max-width: 600px; margin-top: 4px; }
.text { overflow-wrap: anywhere; }
.text small { display: block; font-size: 13px; line-height: 1.375; color: var(--soft); }
.text h1 { font-size: 24px; } .text h2 { font-size: 20px; } .text h3 { font-size: 16px; }
.text h1, .text h2, .text h3 { font-weight: 700; line-height: 1.375; margin: 8px 0; }
.text code { font: 85% "Liberation Mono", monospace; background: var(--field); padding: 0 3px; border-radius: 4px; }
.text pre { font: 14px/18px "Liberation Mono", monospace; background: var(--field); border: 1px solid var(--line); border-radius: 4px;
  padding: 8px; white-space: pre-wrap; }
.text a { color: #7ab0ff; }
.quote { display: flex; }
.quote .bar { width: 4px; border-radius: 4px; background: var(--line); }
blockquote { padding: 0 8px 0 12px; }
hr { border: 0; border-top: 1px solid var(--line); width: 100%; }
.section { display: flex; gap: 12px; } .section > div { flex: 1; }
.row { display: flex; flex-wrap: wrap; gap: 8px; }
button { min-height: 32px; padding: 2px 12px; border: 0; border-radius: 8px; background: var(--button); color: inherit;
  font: 500 14px/1.3 inherit; font-family: inherit; }
.style-1 { background: #5865f2; color: #fff; } .style-4 { background: #d22d39; color: #fff; }
.select { display: flex; justify-content: space-between; flex: 1; min-height: 44px; padding: 11px 12px; border-radius: 8px;
  background: var(--field); border: 1px solid var(--line); color: var(--soft); line-height: 20px; }
@media (max-width: 500px) {
  .message { padding: 2px 12px 2px 56px; }
  .avatar { left: 10px; width: 36px; height: 36px; }
}
`;

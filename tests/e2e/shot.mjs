import { chromium } from 'playwright-core';
const args=['--no-sandbox','--disable-quic','--no-first-run','--use-angle=swiftshader','--enable-unsafe-swiftshader'];
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args});
const out='../../target/shots';
import { mkdirSync } from 'node:fs'; mkdirSync(out,{recursive:true});
const pages=JSON.parse(process.argv[2]);
for (const [name,path,size] of pages){
  const c=await b.newContext({viewport:size==='p'?{width:390,height:844}:{width:1366,height:768},isMobile:size==='p',hasTouch:size==='p',locale:'ja-JP',timezoneId:'Asia/Tokyo',reducedMotion:'reduce'});
  const p=await c.newPage();
  p.on('console',m=>m.type()==='error'&&console.log(name,m.text()));
  p.on('pageerror',e=>console.log(name,String(e)));
  await p.goto('http://127.0.0.1:8187'+path);
  await p.locator('.gaps-table').waitFor({timeout:25000}).catch(()=>console.log('no table'));
  await p.locator('.map-canvas[data-ready=true]').waitFor({timeout:25000}).catch(()=>console.log('no map'));
  await p.waitForTimeout(3500);
  await p.screenshot({path:`${out}/${name}.png`,fullPage:size==='p'||name.endsWith('full')});
  await c.close();
}
await b.close();

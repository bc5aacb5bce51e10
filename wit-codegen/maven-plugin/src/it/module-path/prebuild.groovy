new File(basedir, 'processor.wasm').bytes = new File(guests, 'processor.wasm').bytes
return true

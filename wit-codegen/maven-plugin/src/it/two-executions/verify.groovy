for (id in ['first', 'second']) {
  def source = "target/generated-sources/switchblade-${id}/com/example/${id}/DataProcessor.java"
  assert new File(basedir, source).isFile()
  assert new File(basedir, "target/classes/com/example/${id}/DataProcessor.class").isFile()
}

package dev.switchblade.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.abi.ImageReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers and writers of images: their bounds, and when they can be used. */
final class ImagesTest {

  private final OneImage image = new OneImage();

  @Test
  void whatIsWrittenIsRead() {
    image.write(
        24,
        writer -> {
          writer.putInt(0, -7);
          writer.putLong(8, Long.MIN_VALUE);
          writer.putString(16, "grün");
        });
    assertEquals(-7, image.read(reader -> reader.getInt(0)));
    assertEquals(Long.MIN_VALUE, image.read(reader -> reader.getLong(8)));
    assertEquals("grün", image.read(reader -> reader.getString(16)));
  }

  @Test
  void theBufferGrowsAndKeepsWhatWasWritten() {
    byte[] large = new byte[100_000];
    large[99_999] = 7;
    image.write(
        16,
        writer -> {
          writer.putInt(0, 42);
          writer.putBytes(8, large);
        });
    assertEquals(42, image.read(reader -> reader.getInt(0)));
    assertArrayEquals(large, (byte[]) image.read(reader -> reader.getBytes(8)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, -8, Long.MIN_VALUE, 1L << 31, Long.MAX_VALUE})
  void offsetsThatAreNotInTheImageAreRefused(long at) {
    image.write(8, writer -> {});
    assertThrows(IndexOutOfBoundsException.class, () -> image.writer().putLong(at, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> image.writer().putString(at, "a"));
    assertThrows(IndexOutOfBoundsException.class, () -> image.read(reader -> reader.getLong(at)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 31, 100_000, Integer.MAX_VALUE})
  void listsThatAreLongerThanTheImageAreRefused(long count) {
    image.write(8, writer -> writer.putLong(0, 8 | count << 32));
    assertThrows(IndexOutOfBoundsException.class, () -> image.read(reader -> reader.getInts(0)));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> image.read(reader -> reader.getList(0, 4, ImageReader::getInt)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 3, 16, -1})
  void alignmentsThatCannotBeAreRefused(long alignment) {
    image.write(8, writer -> {});
    assertThrows(IllegalArgumentException.class, () -> image.writer().allocate(8, alignment));
  }

  @Test
  void roomIsAligned() {
    image.write(1, writer -> {});
    assertEquals(8, image.writer().allocate(8, 8));
    assertEquals(16, image.writer().allocate(1, 1));
    assertEquals(20, image.writer().allocate(4, 4));
  }

  @Test
  void nothingIsWrittenWhileItIsReadNorTheOtherWayRound() {
    image.write(8, writer -> {});
    assertThrows(IllegalStateException.class, () -> image.reader().getInt(0));
    image.owner().startReading();
    assertThrows(IllegalStateException.class, () -> image.writer().putInt(0, 1));
    image.owner().leave();
    assertThrows(IllegalStateException.class, () -> image.reader().getInt(0));
  }

  @Test
  void otherThreadsCanDoNeither() throws InterruptedException {
    image.write(8, writer -> {});
    var failures = new Throwable[1];
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  failures[0] =
                      assertThrows(IllegalStateException.class, () -> image.writer().putInt(0, 1));
                });
    thread.join();
    assertTrue(String.valueOf(failures[0].getMessage()).contains("the writer"));
  }

  @Test
  void aValueThatTheImageCannotTakeIsNamedWithItsPath() {
    image.write(8, writer -> {});
    var refused = assertThrows(IllegalArgumentException.class, () -> image.writer().putU8(3, 256));
    assertEquals("offset 3: expected u8 (0..255), got 256", refused.getMessage());
  }

  @Test
  void listsThatHaveFewerElementsThanTheySayAreRefused() {
    image.write(8, writer -> {});
    List<Integer> lying =
        new java.util.AbstractList<>() {
          @Override
          public Integer get(int index) {
            return index;
          }

          @Override
          public int size() {
            return 3;
          }

          @Override
          public java.util.Iterator<Integer> iterator() {
            return List.of(1).iterator();
          }
        };
    assertThrows(
        IllegalArgumentException.class,
        () -> image.writer().putList(0, lying, 4, 4, (to, at, value) -> to.putInt(at, value)));
  }
}

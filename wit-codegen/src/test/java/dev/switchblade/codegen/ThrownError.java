package dev.switchblade.codegen;

import dev.switchblade.ComponentException;
import dev.switchblade.Result;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A method that returns the value of a WIT {@code result} and throws its error, for who thinks in
 * {@link Result}s.
 *
 * @param exception what it throws
 * @param value what it returns
 */
record ThrownError(Class<?> exception, Type value) {

  /** What a method throws; null if that is nothing. */
  static @Nullable ThrownError of(Method method) {
    return Arrays.stream(method.getExceptionTypes())
        .filter(ComponentException.class::isAssignableFrom)
        .findFirst()
        .map(type -> new ThrownError(type, method.getGenericReturnType()))
        .orElse(null);
  }

  /** The result as a type. */
  ParameterizedType resultType() {
    Type error =
        Arrays.stream(exception.getDeclaredMethods())
            .filter(method -> method.getName().equals("error"))
            .findFirst()
            .map(Method::getGenericReturnType)
            .orElse(Void.class);
    return new ParameterizedType() {
      @Override
      public Type[] getActualTypeArguments() {
        return new Type[] {value, error};
      }

      @Override
      public Type getRawType() {
        return Result.class;
      }

      @Override
      public @Nullable Type getOwnerType() {
        return null;
      }
    };
  }

  /** Returns or throws, as the method does. */
  @Nullable Object end(Result<?, ?> result) throws Exception {
    if (result instanceof Result.Err<?, ?>(var error)) {
      Object[] arguments = error == null ? new Object[0] : new Object[] {error};
      throw (Exception) exception.getConstructors()[0].newInstance(arguments);
    }
    return result.orElse(null);
  }
}

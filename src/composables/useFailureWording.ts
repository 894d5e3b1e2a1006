import type { Failure } from '../domain/failure'
import { useMessages } from '../locales/useMessages'

/** Failures in words: what happened, what is safe, what to do. */
export function useFailureWording(): { readonly wordFailure: (failure: Failure) => string } {
  const { t } = useMessages()
  return {
    wordFailure: ({ code, subject, message }) => t(`errors.${code}`, { subject, message }),
  }
}

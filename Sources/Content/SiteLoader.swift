import Diagnostics

/// The first three stages of the pipeline: load, parse, validate.
package enum SiteLoader {
    /// What was read and what is wrong with it.
    package struct Result: Sendable {
        /// `nil` when there is no usable `site.config`.
        package let content: SiteContent?
        package let diagnostics: [Diagnostic]
    }
}

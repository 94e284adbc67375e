import Diagnostics

/// What a preview has to show at a moment.
package struct PreviewState: Sendable {
    /// The site of the last change that could be shown; `nil` before the first one.
    package var snapshot: PreviewSnapshot?
    /// The findings of the last change, whether it could be shown or not.
    package var report = DiagnosticReport.empty
    /// Whether the last change could not be shown, so that the site is older than the files.
    package var isStale = false
    /// Whether the findings are those of all checks; else the finished pages have not been looked at.
    package var isChecked = false
    /// How many pages came, went or differ since the last time all checks were made; `nil` before that is known.
    package var changedPages: Int?
    /// Counts all changes.
    package var number = 0
}

/// What a change was and what came of it, for the terminal.
package struct PreviewChange: Sendable {
    /// Files that changed, sorted; empty for the first look at a site.
    package let paths: [String]
    package let state: PreviewState
    package let duration: Duration
    /// Whether nothing but the theme's style and assets changed.
    package let isStyleOnly: Bool
}

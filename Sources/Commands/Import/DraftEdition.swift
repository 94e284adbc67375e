import Content
import Scaffolding
import Values

/// The draft of an edition's page, made where an import writes into a year that has none: without it the site does not
/// build.
enum DraftEdition {
    static func path(year: Int) -> String { "content/awards/\(year)/index.md" }

    static func bytes(year: Int, for content: SiteContent, today: CalendarDate) -> [UInt8] {
        let files = Scaffold(language: content.configuration.language, today: today).edition(
            year: year, honor: content.configuration.honorName)
        return files.first { $0.path == path(year: year) }?.bytes ?? []
    }
}

import ArgumentParser
import Building
import Content
import ContentWriting
import Foundation
import Scaffolding

/// The draft of an edition's page, made where an import writes into a year that has none: without it the site does not
/// build.
enum DraftEdition {
    static func path(year: Int) -> String { "content/awards/\(year)/index.md" }

    /// - Throws: `WritingError`, `ValidationError` for a clock that tells no day.
    static func make(year: Int, for content: SiteContent, in folder: SiteFolder) throws {
        guard let today = BuildDay.today(environment: ProcessInfo.processInfo.environment, now: Date()) else {
            throw ValidationError("SOURCE_DATE_EPOCH is out of range. SOURCE_DATE_EPOCH 超出范围。")
        }
        let files = Scaffold(language: content.configuration.language, today: today).edition(
            year: year, honor: content.configuration.honorName)
        for file in files where file.path == path(year: year) { try folder.create(file.path, file.bytes) }
    }
}

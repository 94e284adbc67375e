import SiteModel

/// Machine-readable files.
package enum OpenData {
    package static func bytes(of file: Route.DataFile, in site: Site) throws -> [UInt8] { [] }
}

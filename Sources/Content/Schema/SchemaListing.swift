/// The kinds of content that are written by hand, by the names that commands give them.
package enum SchemaListing {
    package static let edition = ContentSchema.edition
    package static let writeUp = ContentSchema.writeUp
    package static let formDefinition = ContentSchema.formDefinition
    package static let configuration = ContentSchema.configuration
    package static let association = ContentSchema.association
    package static let enterprise = ContentSchema.enterprise
}

package io.daybook.domain.message;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What an accepted command tells its caller beside the version: one record per kind of entity. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "receipt")
public interface Receipt {}
